import { db } from '~/db.server'
import { decidedMoves } from '../deliberation/queries.server'
import { csvText } from './csv-text'
import { isRecorded } from '../measured/recorded-points'
import { stageMeasurements } from '../measured/stage-measurements.server'
import { teamsOf } from '../measured/teams-of.server'
import { packageReadme } from './package-readme'
import { labelOrder } from '../panel/seat-label'
import { rulebookYaml } from '../rulebook-yaml'
import { stageRulebook } from '../stage-rulebook.server'
import { stageSheets } from '../stage-sheets.server'
import { tieDecisions } from '../ties/queries.server'
import { CHOICES, choiceOf } from '../votes/choice'

const PAGE = 5_000

interface ResultsPackage {
  eventId: string
  stageId: string
  /** judges by their names instead of J1, J2 … */
  named: boolean
}

/**
 * What anybody needs to compute a published stage again: the rulebook, the marks, the works of the version in force, the
 * chair's decisions, and the rows of the ledger that are about it. Works by anonymous code, so nobody learns who made
 * them. Null while nothing is published. Each file is made when it is asked for.
 */
export async function resultsPackageFiles({
  eventId,
  stageId,
  named,
}: ResultsPackage): Promise<AsyncGenerator<{ name: string; body: Buffer }> | null> {
  const stage = await db.stage.findUnique({
    where: { eventId_id: { eventId, id: stageId } },
    include: { event: { select: { nameZh: true, nameEn: true } } },
  })
  if (!stage || stage.publishedVersion === null || (stage.rulebook === null && stage.ballot === null)) return null
  const version = stage.publishedVersion
  const [publication, rows, seats, decisions, voteDecisions, moves] = await Promise.all([
    db.publication.findUniqueOrThrow({ where: { eventId_stageId_version: { eventId, stageId, version } } }),
    db.resultRow.findMany({
      where: { eventId, stageId, version, standing: { in: ['place', 'alternate', 'none'] } },
      orderBy: [{ category: 'asc' }, { rank: { sort: 'asc', nulls: 'last' } }, { entryId: 'asc' }],
      select: {
        entryId: true,
        category: true,
        rank: true,
        total: true,
        standing: true,
        ins: true,
        holds: true,
        outs: true,
        entry: { select: { code: true } },
      },
    }),
    db.judgeSeat.findMany({ where: { eventId, stageId, removedAt: null, scoring: true }, select: { id: true, label: true, name: true } }),
    tieDecisions(db, eventId, stageId, 'mark'),
    tieDecisions(db, eventId, stageId, 'vote'),
    decidedMoves(db, eventId, stageId),
  ])
  const codeOf = new Map(rows.map(({ entryId, entry }) => [entryId, entry.code ?? entryId]))
  const judges = seats
    .sort((a, b) => labelOrder(a.label, b.label))
    .map((seat, n) => ({ ...seat, as: named ? `${seat.label} ${seat.name}` : `J${n + 1}` }))
  const judgeOf = new Map(judges.map(({ id, as }) => [id, as]))
  const rulebook = stage.rulebook === null ? null : stageRulebook(stage)
  const text = (name: string, body: string) => ({ name, body: Buffer.from(body, 'utf8') })

  async function* files() {
    yield text(
      'README.md',
      packageReadme({
        event: { zh: stage?.event.nameZh ?? '', en: stage?.event.nameEn ?? '' },
        stage: { zh: stage?.nameZh ?? '', en: stage?.nameEn ?? '' },
        version,
        publishedAt: publication.publishedAt,
        rulebookHash: publication.rulebookHash,
        ledger: { rows: publication.ledgerRows, head: publication.ledgerHead },
      }),
    )
    if (stage?.rulebook) yield text('rulebook.yaml', rulebookYaml(stage.rulebook))
    if (stage?.ballot) yield text('ballot.yaml', rulebookYaml(stage.ballot))
    yield text(
      'entries.csv',
      csvText(
        ['entry', 'category'],
        rows.map(({ entryId, category }) => [codeOf.get(entryId) ?? '', category]),
      ),
    )
    if (stage?.rulebook) yield text('scores.csv', csvText(['entry', 'judge', 'criterion', 'score'], await given('mark')))
    if (stage?.ballot)
      yield text(
        'votes.csv',
        csvText(
          ['entry', 'judge', 'vote'],
          (await given('vote')).map(([entry, judge, , mark]) => [entry, judge, choiceOf(mark) ?? '']),
        ),
      )
    if (decisions.length > 0) yield text('chair.csv', orders(decisions))
    if (voteDecisions.length > 0) yield text('votes-chair.csv', orders(voteDecisions))
    const measured = await measurements()
    if (measured !== null) yield text('measurements.csv', measured)
    const teams = await teamsText()
    if (teams !== null) yield text('teams.csv', teams)
    if (moves.size > 0)
      yield text(
        'moves.csv',
        csvText(
          ['entry', 'moved'],
          [...moves].flatMap(([entry, to]) => (codeOf.has(entry) ? [[codeOf.get(entry) ?? '', to]] : [])),
        ),
      )
    yield text(
      'results.csv',
      csvText(
        ['entry', 'category', 'rank', 'total', 'standing', ...(stage?.ballot ? CHOICES : [])],
        rows.map(({ entryId, category, rank, total, standing, ins, holds, outs }) => [
          codeOf.get(entryId) ?? '',
          category,
          String(rank ?? ''),
          total ?? '',
          standing,
          ...(stage?.ballot ? [ins, holds, outs].map((count) => String(count ?? '')) : []),
        ]),
      ),
    )
    yield text(
      'ids.csv',
      csvText(
        ['kind', 'id', 'name'],
        [...[...codeOf].map(([id, code]) => ['entry', id, code]), ...judges.map(({ id, as }) => ['judge', id, as])],
      ),
    )
    yield text('ledger.jsonl', await ledger())
  }

  const orders = (decided: readonly { order: string[] }[]) =>
    csvText(
      ['entry'],
      decided.flatMap(({ order }) => order.flatMap((entry) => (codeOf.has(entry) ? [[codeOf.get(entry) ?? '']] : []))),
    )

  /** Marks or votes that count, works by code and judges by what they are called here: none of a work the judge stands aside for. */
  async function given(pass: 'vote' | 'mark') {
    const { marks, recusals } = await stageSheets(db, eventId, stageId, pass)
    const aside = new Set(recusals.map(({ seatId, entryId }) => `${seatId} ${entryId}`))
    return marks
      .flatMap(({ judge: seatId, entry, criterion, score }) => {
        const [code, judge] = [codeOf.get(entry), judgeOf.get(seatId)]
        return code === undefined || judge === undefined || aside.has(`${seatId} ${entry}`)
          ? []
          : [[code, judge, criterion, score] as const]
      })
      .sort((one, other) => (one.join('\u0000') < other.join('\u0000') ? -1 : 1))
  }

  /** What was recorded once for all judges; null where the rulebook records nothing. */
  async function measurements(): Promise<string | null> {
    if (!rulebook?.criteria.some(isRecorded)) return null
    const values = (await stageMeasurements(db, eventId, stageId, rulebook, publication.publishedAt)).filter(({ entry }) =>
      codeOf.has(entry),
    )
    return csvText(
      ['entry', 'criterion', 'item', 'value'],
      values
        .map(({ entry, criterion, item, value }) => [codeOf.get(entry) ?? '', criterion, item, value ?? ''])
        .sort((one, other) => (one.join('\u0000') < other.join('\u0000') ? -1 : 1)),
    )
  }

  async function teamsText(): Promise<string | null> {
    if (!rulebook?.teams) return null
    const teamOf = await teamsOf(db, eventId, rulebook.teams.field, [...codeOf.keys()])
    return csvText(
      ['entry', 'team'],
      [...teamOf].map(([entry, team]) => [codeOf.get(entry) ?? '', team]),
    )
  }

  async function ledger(): Promise<string> {
    const lines: string[] = []
    for (let after = 0; ;) {
      const page = await db.ledgerRow.findMany({ where: { eventId, sealedSeq: { gt: after } }, orderBy: { sealedSeq: 'asc' }, take: PAGE })
      for (const { sealedSeq, id, action, body, writtenAt, prevHash, hash } of page) {
        if ((JSON.parse(body) as { stage?: unknown }).stage !== stageId) continue
        lines.push(JSON.stringify({ seq: sealedSeq, id: String(id), action, body, at: writtenAt.toISOString(), prev: prevHash, hash }))
      }
      if (page.length < PAGE) break
      after = page.at(-1)?.sealedSeq ?? Number.MAX_SAFE_INTEGER
    }
    return lines.map((line) => `${line}\n`).join('')
  }

  return files()
}
