import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { newId } from '~/domain/new-id.server'
import { loader } from '~/routes/entrant/receipt'
import { startSession } from '~/session.server'
import { fillDraft, handIn, makeDesigner, makeFullDraft, mine, openContest } from '#test/support/contest'

test('the receipt says what was handed in, when, and by hash; rare characters are printed, missing ones marked', async () => {
  const eventId = await openContest()
  const { id: personId } = await makeDesigner('欧阳𠮷')
  const editor = { personId }
  const entryId = await makeFullDraft(eventId, personId, {
    fields: { 'field.title': '㛃与龘 🧶 شال', 'author.0.name': '欧阳𠮷', 'author.0.nameLatin': 'Ouyang Ji' },
  })
  await handIn(eventId, entryId, editor, { signing: { originality: true, rights: true, signature: 'Ouyang Ji' } })
  await fillDraft(eventId, entryId, editor, { 'field.title': '第二版', 'author.0.name': '欧阳𠮷' })
  await handIn(eventId, entryId, editor, { signing: { originality: true, rights: true, signature: '欧阳𠮷' } })

  const signIn = async (id: string) => (await startSession(id, new Request('http://localhost/'))).split(';')[0] ?? ''
  const cookie = await signIn(personId)
  const get = (query: string, as = cookie) =>
    loader({
      request: new Request(`http://localhost/x${query}`, { headers: { Cookie: as } }),
      params: { slug: eventId, entryId },
      context: {},
    })
  const textOf = async (query: string) => {
    const response = await get(query)
    expect(response.headers.get('Content-Type')).toBe('application/pdf')
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await response.arrayBuffer())), { mergePages: true })
    return text.replace(/\s+/g, ' ')
  }

  const first = await textOf('?v=1')
  expect(first).toContain('㛃与龘 〓 〓〓〓')
  expect(first).toContain('欧阳𠮷 Ouyang Ji')
  expect(first).toContain('2026-10-01 10:00:00 Asia/Shanghai (UTC+8) = 2026-10-01T02:00:00.000Z')
  expect(first).toContain('不证明作者身份')
  expect(first).toContain('It does not prove authorship')
  const { number, files, submitted } = await mine(editor, eventId, entryId)
  expect(first).toContain(number)
  for (const { sha256 } of files) expect(first).toContain(sha256)
  const last = await textOf('?lang=en')
  expect(last).toContain('第二版')
  expect(last).toContain(submitted?.sha256)
  expect(last).toContain(`/en/my/${eventId}/${entryId}`)

  await expect(get('?v=3')).rejects.toMatchObject({ status: 404 })
  await expect(get('?v=1e1')).rejects.toMatchObject({ status: 404 })
  const stranger = await signIn((await makeDesigner(newId())).id)
  await expect(get('', stranger)).rejects.toMatchObject({ status: 404 })
})
