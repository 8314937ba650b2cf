/** A figure without the binary noise of sums: 161.89 and not 161.89000000000001. As many decimals as the pages show. */
export function withoutNoise(value: number): number {
  return Number(value.toFixed(6));
}
