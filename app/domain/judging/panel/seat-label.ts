const STEMS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']
const BRANCHES = ['子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥']

/** The first free name of a seat: 甲 to 癸, then 子 to 亥, then numbers. Names of removed seats stay taken. */
export function nextLabel(taken: readonly string[]): string {
  const used = new Set(taken)
  const usual = [...STEMS, ...BRANCHES].find((label) => !used.has(label))
  if (usual) return usual
  let number = STEMS.length + BRANCHES.length + 1
  while (used.has(String(number))) number += 1
  return String(number)
}

/** Where a seat stands in a list of seats. */
export function labelOrder(a: string, b: string): number {
  const place = (label: string) => {
    const at = [...STEMS, ...BRANCHES].indexOf(label)
    return at === -1 ? 1_000 + (Number(label) || 0) : at
  }
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0)
}
