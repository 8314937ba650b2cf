/** Looks for repairs beside the page: a search may take a second. */
import { IDENTITIES } from '../checks/identities.ts';
import { repairsForReports, type UnitRepairs, type UnitReport } from '../checks/repair/repairs-for-reports.ts';

export interface RepairRequest {
  readonly id: number;
  /** Every year's report of the units. */
  readonly reports: readonly UnitReport[];
}

export interface RepairReply {
  readonly id: number;
  readonly repairs: readonly UnitRepairs[];
}

addEventListener('message', ({ data: { id, reports } }: MessageEvent<RepairRequest>) => {
  const reply: RepairReply = { id, repairs: repairsForReports(reports, IDENTITIES) };
  postMessage(reply);
});
