import { z } from 'zod';

export const UNIT_KINDS = ['街道', '镇', '乡', '部门', '其他'] as const;

/** One reporting unit of the register (`units.csv`: code,name,district,kind,order,former_names with `;` between). */
export const unitSchema = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  district: z.string().min(1),
  kind: z.enum(UNIT_KINDS),
  /** The register's own order; lists keep it, because no Chinese collation is at hand in the browser's database. */
  order: z.number().int(),
  formerNames: z.array(z.string())
});
export type Unit = z.infer<typeof unitSchema>;
