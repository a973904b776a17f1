import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { officeDocument, type OFFICE_DOCUMENTS } from '~/domain/reporting/documents/office-letters.server'
import { judgedCup } from '#test/support/published-cup'
import { unzip } from '#test/support/unzip'

const now = new Date('2026-12-01T02:00:00Z')

/** The text of a letter, or null where there is none. */
async function written(
  eventId: string,
  document: (typeof OFFICE_DOCUMENTS)[number],
  lang: 'zh-CN' | 'en' = 'zh-CN',
  stageId = 'preliminary',
) {
  const response = await officeDocument({ eventId, stageId, document, lang, now })
  if (!response) return null
  expect(response.headers.get('Content-Type')).toContain('wordprocessingml')
  const xml =
    unzip(Buffer.from(await response.arrayBuffer()))
      .get('word/document.xml')
      ?.toString('utf8') ?? ''
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
}

test('before a result only judges are written to', async () => {
  const { slug } = await judgedCup()
  for (const document of ['public-notice', 'finalist-letters', 'summary'] as const) expect(await written(slug, document)).toBeNull()
  expect(await written(slug, 'judge-letters')).toMatch(/聘 书[\s\S]*评委/)
  expect(await written(slug, 'judge-letters', 'zh-CN', 'nowhere')).toBeNull()
})

test('the public notice lists places and alternates with their authors and nobody who was not selected', async () => {
  const { slug, publish, finalist, alternate, unselected } = await judgedCup()
  await publish()
  await db.entryAuthor.updateMany({
    where: { eventId: slug, entryId: finalist.id },
    data: { name: '欧阳𠮷 <b>&', organisation: '示例大学' },
  })
  const text = (await written(slug, 'public-notice')) ?? ''
  for (const word of [finalist.code, alternate.code, '欧阳𠮷 <b>&（示例大学）', '入围', '候补', '院校组', '公示'])
    expect(text).toContain(word)
  expect(text).not.toContain(unselected.code)
  expect(await written(slug, 'public-notice', 'en')).toMatch(/Academic[\s\S]*Finalist[\s\S]*Alternate/)
})

test('finalists have a page each that says what comes next; the report counts', async () => {
  const { slug, publish, finalist, alternate } = await judgedCup()
  await publish()
  const letters = (await written(slug, 'finalist-letters')) ?? ''
  expect(letters.match(/入围通知/g)).toHaveLength(2)
  expect(letters).toContain(finalist.code)
  expect(letters).not.toContain(alternate.code)
  expect(letters).toContain('成衣制作')
  expect(await written(slug, 'summary')).toMatch(/共收到作品6件[\s\S]*1位评委评审作品6件，给出评分与投票24个[\s\S]*入围2件，候补2件/)
})
