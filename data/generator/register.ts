/**
 * The register of a city that does not exist: 澜州市, four districts, sixty units.
 * The names are made up; `requests` is what the unit receives in an ordinary year.
 */
import type { Unit } from '../../src/lib/report/unit.ts';

export const CITY = '澜州市';
export const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025] as const;

export interface DemoUnit extends Unit {
  /** Requests in an ordinary year: most units receive hardly any. */
  readonly requests: number;
  /** The last report year under the first of `formerNames`. */
  readonly formerUntil: number | null;
}

type Kind = '街道' | '镇' | '乡';
type Entry = readonly [name: string, requests?: number, formerName?: string, formerUntil?: number];

const DISTRICTS: readonly (readonly [district: string, prefix: string, entries: readonly Entry[]])[] = [
  [
    '东湖区',
    'LZ01',
    [
      ['澜滨街道', 214],
      ['鹭汀街道', 64],
      ['书台街道', 9],
      ['望澜街道', 128],
      ['柳影桥街道', 14],
      ['拾翠街道', 3],
      ['钟鼓里街道', 7],
      ['纱厂路街道', 22],
      ['青藜街道', 1.2],
      ['水碓巷街道', 2],
      ['星渚街道', 11],
      ['云锦坊街道', 0.8],
      ['石矶浦街道', 0.5],
      ['榆墩街道', 38, '榆墩镇', 2021],
      ['芦墅镇', 5],
      ['莲汊镇', 0.4]
    ]
  ],
  [
    '西岭区',
    'LZ02',
    [
      ['岭麓街道', 92],
      ['松坞街道', 12],
      ['铁炉坪街道', 4],
      ['梅坳街道', 0.6],
      ['白鹿岗街道', 18],
      ['矿机路街道', 6],
      ['霞屏街道', 0.9],
      ['古樟街道', 1.5],
      ['石磴镇', 0.4],
      ['竹筏镇', 0.3],
      ['枫溪坳镇', 8],
      ['茶埠岭镇', 0.7],
      ['砚池镇', 1.1],
      ['栗木冲镇', 0.2]
    ]
  ],
  [
    '南屏县',
    'LZ03',
    [
      ['屏阳街道', 46],
      ['文澜街道', 10],
      ['鹤栖镇', 16],
      ['双蛟镇', 1.4],
      ['桐苎镇', 0.6],
      ['黄泥坎镇', 2.5],
      ['杉木垭镇', 0.3],
      ['乌石岩镇', 0.2],
      ['三汊湾镇', 5],
      ['油坊塅镇', 0.4],
      ['月照坪镇', 0.9, '月照坪乡', 2020],
      ['云雾坪乡', 0.1],
      ['高笕坳乡', 0.2],
      ['苦竹垄乡', 0.1],
      ['雁落乡', 0.3],
      ['石榴冲乡', 0]
    ]
  ],
  [
    '北渡县',
    'LZ04',
    [
      ['渡澜街道', 31, '澜口镇', 2019],
      ['沙咀头镇', 7],
      ['盐仓关镇', 1.3],
      ['上埠头镇', 13],
      ['芦花荡镇', 0.5],
      ['牛轭湖镇', 3],
      ['堤西镇', 0.8],
      ['蒲苇镇', 0.3],
      ['七星桩镇', 0.6],
      ['草鞋洲乡', 0.2],
      ['沉香湾乡', 0.4],
      ['白鱼滩乡', 0.1],
      ['菱角荡乡', 0],
      ['新圩垸乡', 0.3]
    ]
  ]
];

function kindOf(name: string): Kind {
  if (name.endsWith('街道')) return '街道';
  return name.endsWith('镇') ? '镇' : '乡';
}

export const UNITS: readonly DemoUnit[] = DISTRICTS.flatMap(([district, prefix, entries]) =>
  entries.map(([name, requests = 0, formerName, formerUntil], index) => ({
    code: `${prefix}${String(index + 1).padStart(2, '0')}`,
    name,
    district,
    kind: kindOf(name),
    order: 0,
    formerNames: formerName === undefined ? [] : [formerName],
    requests,
    formerUntil: formerUntil ?? null
  }))
).map((unit, index) => ({ ...unit, order: index + 1 }));

/** The name that stood on the report of that year. */
export function nameIn(unit: DemoUnit, year: number): string {
  const [former] = unit.formerNames;
  return former !== undefined && unit.formerUntil !== null && year <= unit.formerUntil ? former : unit.name;
}

export function kindIn(unit: DemoUnit, year: number): Kind {
  return kindOf(nameIn(unit, year));
}

/** Reports that never came, `code year`: two of them in the last year. */
export const NOT_SUBMITTED: ReadonlySet<string> = new Set([
  'LZ0113 2019',
  'LZ0312 2019',
  'LZ0409 2019',
  'LZ0210 2020',
  'LZ0316 2020',
  'LZ0411 2021',
  'LZ0308 2022',
  'LZ0115 2023',
  'LZ0212 2025',
  'LZ0406 2025'
]);

export function isSubmitted(unit: DemoUnit, year: number): boolean {
  return !NOT_SUBMITTED.has(`${unit.code} ${year}`);
}
