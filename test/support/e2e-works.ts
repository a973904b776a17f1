import pg from 'pg'
import { embeddedServer } from '../../app/cli/database/embedded-server'

/** Who judges in browser tests of a panel: people of the demo, who sign in by one click. */
export const PANEL = ['沈砚秋', '周慕白', 'Elena Bianchi']

/**
 * Accepted works with the demo's pictures, and a panel that has declared its ties, put straight into the database: what
 * leads there is walked by the journey of a contest. Codes run from K-0001, or from `first`; the first judge chairs.
 */
export async function furnishPanel(eventId: string, stageId: string, works: number, first = 1): Promise<void> {
  const server = await embeddedServer(process.env.E2E_DATA_DIR ?? '')
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into "Entry" ("eventId", "id", "groupId", "trackId", "number", "code", "title", "fields", "state", "ownerId", "startedById", "submittedVersion", "submittedAt", "updatedAt")
       select $1, 'votework' || lpad(n::text, 4, '0'), 'academic', 'craft', '2026-' || lpad(n::text, 4, '0'), 'K-' || lpad(n::text, 4, '0'), '经纬' || n,
              '{"title": "经纬", "concept": "以潮水的节律组织绞花。"}', 'accepted', p."id", p."id", 1, now(), now()
       from generate_series($3::int, $3::int + $2::int - 1) n, (select "id" from "Person" where "name" = '林知夏' limit 1) p`,
      [eventId, works, first],
    )
    await client.query(
      `insert into "EntryAuthor" ("eventId", "entryId", "id", "role", "position", "name", "organisation")
       select "eventId", "id", 'author', 'author', 0, '林知夏', '示例纺织大学' from "Entry" where "eventId" = $1 and "id" like 'votework%'`,
      [eventId],
    )
    await client.query(
      `insert into "EntryFile" ("eventId", "id", "entryId", "slot", "position", "state", "originalName", "mime", "width", "height", "originalKey", "viewKey", "thumbKey")
       select $1, e."id", e."id", 'board', 0, 'ready', 'board.jpg', f."mime", f."width", f."height", f."originalKey", f."viewKey", f."thumbKey"
       from (select "id", row_number() over (order by "id") as n from "Entry" where "eventId" = $1 and "id" like 'votework%') e
         join (select *, row_number() over (order by "id") as n from "EntryFile" where "eventId" = 'example-cup-2026' and "slot" = 'board' and "state" = 'ready') f on f.n = (e.n - 1) % 12 + 1`,
      [eventId],
    )
    await client.query(
      `insert into "JudgeSeat" ("eventId", "stageId", "id", "personId", "name", "label", "isChair", "acceptedAt", "declaredAt", "declaration")
       select $1, $2, 'seat' || j.n, p."id", p."name", (array['甲', '乙', '丙'])[j.n], j.n = 1, now(), now(), '{"schools": [], "companies": [], "people": []}'
       from unnest($3::text[]) with ordinality as j(name, n)
         join lateral (select "id", "name" from "Person" where "name" = j.name order by "id" limit 1) p on true`,
      [eventId, stageId, PANEL],
    )
    await client.query('commit')
  } finally {
    await client.end()
    await server.leave()
  }
}
