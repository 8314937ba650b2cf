import type { Severity } from '../checks/rule.ts';
import { m } from '../paraglide/messages.js';

const NAMES: Readonly<Record<Severity, () => string>> = {
  error: m.severity_error,
  warning: m.severity_warning,
  info: m.severity_info
};

/** 错误, 疑问, 提示 */
export function severityName(severity: Severity): string {
  return NAMES[severity]();
}
