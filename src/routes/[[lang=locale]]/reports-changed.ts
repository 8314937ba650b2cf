/** What `invalidate` is told when imports have changed: the pages ask anew, the site stays open. */
export const REPORTS = 'nianbao:reports';
