import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { makeEvent, makePerson } from './factories'

const NOON = new Date('2026-10-01T04:00:00Z')

/** A person with an entry, statement, version, messages, consent and a disclosure, in an event whose results are out. */
export async function makeContestant(stageState: 'open' | 'published' = 'published') {
  const person = await makePerson({
    name: '林知夏',
    email: `${newId()}@example.com`,
    mobile: `+86138${String(Math.trunc(Math.random() * 1e8)).padStart(8, '0')}`,
  })
  const event = await makeEvent()
  const eventId = event.id
  await db.contestGroup.create({
    data: { eventId, id: 'academic', position: 1, nameZh: '院校组', nameEn: 'Academic' },
  })
  await db.stage.create({
    data: {
      eventId,
      id: 'final',
      position: 1,
      type: 'score',
      nameZh: '决赛',
      nameEn: 'Final',
      state: stageState,
      frozenAt: NOON,
      rulebook: {},
      rulebookHash: 'x',
    },
  })
  const entryId = newId()
  const author = {
    id: 'a1',
    name: '林知夏',
    nameLatin: 'Lin Zhixia',
    organisation: '示例大学',
    independent: false,
    country: 'CN',
  }
  await db.entry.create({
    data: {
      eventId,
      id: entryId,
      groupId: 'academic',
      number: '2026-1',
      code: 'A-1',
      title: '一线之间',
      state: 'accepted',
      ownerId: person.id,
      startedById: person.id,
      submittedAt: NOON,
      submittedVersion: 1,
      authors: {
        create: {
          id: 'a1',
          role: 'author',
          position: 1,
          personId: person.id,
          name: author.name,
          organisation: author.organisation,
          mobile: '+8613800000000',
          email: 'lin@example.com',
          bornOn: '2004-05-01',
        },
      },
      files: { create: { id: 'f1', slot: 'board', originalName: '林知夏_终稿.JPG', state: 'ready' } },
      versions: {
        create: {
          version: 1,
          snapshot: {
            authors: [author, { ...author, id: 'a2', name: '周序' }],
            instructors: [],
            files: [{ id: 'f1', slot: 'board', position: 0, name: '林知夏_终稿.JPG' }],
          },
          sha256: 'sum',
          submittedById: person.id,
        },
      },
      statements: {
        create: {
          id: 's1',
          kind: 'originality',
          locale: 'zh-CN',
          text: '原创',
          textHash: 'h',
          signature: '林知夏',
          workSha256: 'sum',
          signedById: person.id,
        },
      },
    },
  })
  await db.consent.create({
    data: {
      id: newId(),
      personId: person.id,
      kind: 'talent_pool',
      eventId,
      organisationId: event.organisationId,
      text: '同意',
    },
  })
  await db.notice.create({
    data: {
      id: newId(),
      personId: person.id,
      channel: 'email',
      recipient: 'lin@example.com',
      template: 'message',
      locale: 'zh-CN',
      subject: '林知夏，您好',
      text: '林知夏，您好',
    },
  })
  await db.talentExport.create({
    data: {
      eventId,
      id: 'x',
      stageId: 'final',
      purpose: '招募',
      receiver: '示例公司',
      fields: ['name'],
      format: 'xlsx',
      people: 1,
      byId: person.id,
      disclosures: { create: { personId: person.id } },
    },
  })
  const filter = { id: 'f', page: 'entries', name: '我的清单', query: 'q=林知夏' }
  await db.savedFilter.create({ data: { ...filter, eventId, personId: person.id } })
  return { person, event, entryId }
}
