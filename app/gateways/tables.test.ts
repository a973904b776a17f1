import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { tableResponse, type Column } from './tables.server'

type Row = { name: string; title: string; marks: number }
const columns: Column<Row>[] = [
  { header: '姓名', value: (row) => row.name },
  { header: '作品', value: (row) => row.title },
  { header: '总分', value: (row) => row.marks },
]
const rows: Row[] = [
  { name: '𠮷野', title: '=HYPERLINK("http://x")', marks: 92.42 },
  { name: '林“知夏”, 二', title: '一行\n两行', marks: -1 },
]

test('a CSV opens in Excel: byte-order mark, CRLF, quoted text, no formulas', async () => {
  const response = tableResponse({ format: 'csv', filename: '入围名单', sheet: '入围', columns, rows })
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(bytes.subarray(3).toString()).toBe(
    '"姓名","作品","总分"\r\n"𠮷野","\'=HYPERLINK(""http://x"")",92.42\r\n"林“知夏”, 二","一行\n两行",-1\r\n',
  )
  expect(response.headers.get('Content-Disposition')).toContain(encodeURIComponent('入围名单.csv'))
})

test('a workbook holds text as text and numbers as numbers', async () => {
  const response = tableResponse({ format: 'xlsx', filename: '入围名单', sheet: '入围[名单]/2026', columns, rows })
  const book = await readXlsx(new Uint8Array(await response.arrayBuffer()))
  expect(book.sheets[0]?.rows).toEqual([
    ['姓名', '作品', '总分'],
    ['𠮷野', '\'=HYPERLINK("http://x")', 92.42],
    ['林“知夏”, 二', '一行\n两行', -1],
  ])
  expect(book.sheets[0]?.name).toBe('入围 名单  2026')
})

test('a list that fails on the way breaks the download instead of ending it early', async () => {
  async function* broken() {
    yield rows[0] as Row
    await Promise.resolve()
    throw new Error('the database went away')
  }
  const response = tableResponse({ format: 'csv', filename: 'x', sheet: 'x', columns, rows: broken() })
  await expect(response.text()).rejects.toThrow()
})
