/** 报名号: the edition and the place in the order of handing in, four digits or more: `2026-0042`, `2027-SPRING-0042`. */
export const entryNumber = (edition: string, position: number): string => `${edition.toUpperCase()}-${String(position).padStart(4, '0')}`
