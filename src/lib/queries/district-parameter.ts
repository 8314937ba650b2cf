import { z } from 'zod';

/** A question about one district, or about all of them (null). */
export const districtParameter = z.object({ district: z.string().nullable() });
/** The same of one year. */
export const yearDistrictParameter = districtParameter.extend({ year: z.number().int() });
