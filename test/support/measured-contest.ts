import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { embeddedServer } from '~/cli/database/embedded-server'

interface MeasuredContest {
  /** of the event, unique in the run */
  series: string
  /** the seed file it is made from */
  seed: 'flat-knitting-skills' | 'datang-cup'
  stage: string
  group: string
  entries: { code: string; fields: Record<string, string> }[]
  officials: { email: string; label: string; scoring: boolean; chair: boolean }[]
}

const DAY = 86_400_000
const day = (offset: number) => new Date(Date.now() + offset * DAY).toISOString().slice(0, 10)
const programs = { ...process.env, DATA_DIR: process.env.E2E_DATA_DIR, DATABASE_URL: undefined, LOG_LEVEL: 'error' }

/** Runs one of our commands against the database of the browser run; a failure is answered, not thrown. */
export const program = (name: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [`build/programs/cli/${name}.js`, ...args], { env: programs }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  )

/** SQL as somebody who owns the database could run it. */
export async function withDatabase<Result>(run: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const server = await embeddedServer(process.env.E2E_DATA_DIR ?? '')
  const client = new pg.Client({ connectionString: server.url })
  try {
    await client.connect()
    return await run(client)
  } finally {
    await client.end()
    await server.leave()
  }
}

/**
 * A measured contest of its own, ready to be opened: the seed’s file applied by the command line under another name, and
 * accepted entries and seated officials written where registration and invitations would have put them.
 */
export async function measuredContest({
  series,
  seed,
  stage,
  group,
  entries,
  officials,
}: MeasuredContest): Promise<{ slug: string; names: string[] }> {
  const slug = `${series}-2026`
  const source = readFileSync(`seeds/events/${seed}-2026.yaml`, 'utf8')
    .replace(/^series: .*$/m, `series: ${series}`)
    // whoever looks for the real one finds one
    .replaceAll('大唐', '示例')
    .replaceAll('Datang', 'Example')
    .replace(/2026-12-(\d{2})/g, (_, of: string) => day(Number(of)))
    .replace(/2026-(09|10)-(\d{2})/g, () => day(-20))
  const file = join(mkdtempSync(join(tmpdir(), 'jingwei-event-')), `${slug}.yaml`)
  writeFileSync(file, source)
  const applied = await program('events', 'apply', file)
  if (applied.code !== 0) throw new Error(applied.stderr)
  const names = await withDatabase(async (client) => {
    const creator = await client.query<{ id: string }>(`select "id" from "Person" where "isDemo" order by "createdAt" desc limit 1`)
    for (const [n, { code, fields }] of entries.entries()) {
      await client.query(
        `insert into "Entry" ("eventId", "id", "groupId", "number", "code", "title", "fields", "state", "startedById", "ownerId", "updatedAt")
         values ($1, $2, $3, $4, $5, $6, $7, 'accepted', $8, $8, now())`,
        [
          slug,
          `${series.slice(-6)}entry${n}`,
          group,
          `2026-${String(n + 1).padStart(4, '0')}`,
          code,
          `参赛者${n + 1}`,
          JSON.stringify(fields),
          creator.rows[0]?.id,
        ],
      )
    }
    // a second person of the office, for what takes two
    await client.query(
      `insert into "EventRole" ("eventId", "personId", "role") select $1, c."personId", 'organiser' from "Contact" c where c."value" = 'assistant@office.example'`,
      [slug],
    )
    const seated: string[] = []
    for (const { email, label, scoring, chair } of officials) {
      const { rows } = await client.query<{ id: string; name: string }>(
        `select p."id", p."name" from "Person" p join "Contact" c on c."personId" = p."id" where c."value" = $1`,
        [email],
      )
      const person = rows[0]
      if (!person) throw new Error(`the demo has no ${email}`)
      await client.query(
        `insert into "JudgeSeat" ("eventId", "stageId", "id", "personId", "name", "label", "scoring", "isChair", "acceptedAt", "declaredAt")
         values ($1, $2, $3, $4, $5, $6, $7, $8, now(), now())`,
        [slug, stage, `seat${label}`, person.id, person.name, label, scoring, chair],
      )
      seated.push(person.name)
    }
    return seated
  })
  return { slug, names }
}
