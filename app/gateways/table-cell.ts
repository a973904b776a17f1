/** What a cell of a list may hold. Instants are written as text by whoever knows the event’s zone. */
export type Cell = string | number | null

// also the full-width forms, which spreadsheets set to an East Asian locale read as operators
const startsFormula = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r\n]/
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * Text that a spreadsheet shows and never runs: a cell that begins like a formula gets an apostrophe in front
 * (OWASP, CSV injection), and characters that XML cannot hold are left out. Numbers stay numbers.
 */
export function safeCell(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  const text = cell.replace(unprintable, '')
  return startsFormula.test(text) ? `'${text}` : text
}
