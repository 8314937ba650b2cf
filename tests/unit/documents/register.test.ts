import { describe, expect, test } from 'vitest';
import { looksLikeRegister, readRegister, RegisterError } from '../../../src/lib/documents/register.ts';

const HEAD = 'code,name,district,kind,order,former_names';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function faultOf(text: string): unknown {
  try {
    return readRegister(bytes(text));
  } catch (error) {
    if (error instanceof RegisterError) return error.fault;
    throw error;
  }
}

test('units with former names, also as a spreadsheet saves them', () => {
  expect(readRegister(bytes(`\ufeff${HEAD}\r\nA1, 云川街道 ,东湖区,街道,1,云川乡；云川公社\r\n\r\n`))).toEqual([
    { code: 'A1', name: '云川街道', district: '东湖区', kind: '街道', order: 1, formerNames: ['云川乡', '云川公社'] }
  ]);
});

test.each([
  ['no unit', HEAD, { code: 'empty' }],
  ['a code twice', `${HEAD}\nA1,甲镇,区,镇,1,\nA1,乙镇,区,镇,2,`, { code: 'doubled', unit: 'A1' }],
  ['a kind that is none', `${HEAD}\nA1,甲镇,区,镇,1,\nA2,乙镇,区,村,2,`, { code: 'line', line: 3 }],
  ['a column too few', 'code,name,district,kind\nA1,甲镇,区,镇', { code: 'line', line: 1, detail: 'order' }]
])('refused with its place: %s', (_, text, fault) => expect(faultOf(text)).toMatchObject(fault));

describe('what is a register', () => {
  test.each([
    ['by its name', 'anything', 'Units.CSV', true],
    ['by its columns', `\ufeff"code",name,district,kind,order\n`, '名册.csv', true],
    ['not a report', '某街道2024年年度报告', '报告.txt', false],
    ['not another table', 'code,name\n1,2', 'x.csv', false]
  ])('%s', (_, text, name, is) => expect(looksLikeRegister(bytes(text), name)).toBe(is));
});
