import { parseEventFile } from './parse-event-file'
import { placeholder } from './placeholders'

type Starter = { cover: string; dates: string; body: string }

const expo: Starter = {
  cover: '{ weave: jacquard, palette: indigo }',
  dates: '  application: YEAR-02-01..YEAR-07-31\n  fair: YEAR-09-01..YEAR-09-03\nwhen: fair\n',
  body: `expo:
  dates: fair
  applications: application
  zones:
    - { id: main, name: { zh: 主展区, en: Main zone } }
`,
}

const programme = (type: string, zh: string, en: string): Starter => ({
  cover: '{ weave: drape, palette: lotus }',
  dates: '  event: YEAR-09-01..YEAR-09-03\nwhen: event\n',
  body: `programme:
  sessions:
    - { id: opening, type: ${type}, dates: event, name: { zh: ${zh}, en: ${en} } }
`,
})

const contest = (who: string, stage: 'score' | 'live'): Starter => ({
  cover: '{ weave: knit, palette: indigo }',
  dates: `  call: YEAR-03-01..YEAR-06-30T17:00
  precheck: YEAR-07-01..YEAR-07-07
  preliminary: YEAR-07-15..YEAR-07-17
  notice: YEAR-07-20..YEAR-07-26
when: preliminary
`,
  body: `registration:
  dates: call

contest:
  groups:
    - { id: open, name: { zh: 公开组, en: Open }, who: ${who} }
  entry:
    fields:
      - { id: title, type: text, max: 40, label: { zh: 作品名称, en: Title } }
    files:
      - { id: board, label: { zh: 作品图, en: Board }, types: [jpg, png, pdf], maxMB: 20 }
  rights: { model: publicity-licence }
  statement:
    zh: 本人承诺所提交的作品为原创，不侵犯他人权利。
    en: I declare that the work submitted is my own and infringes nobody’s rights.
  stages:
    - { id: precheck, type: check, dates: precheck, checks: [eligibility, form] }
    - id: preliminary
      type: ${stage}
      dates: preliminary
      panel: { judges: 5 }
      rulebook:
        rulebook: 1
        weightsSum: 10
        criteria:
          - { id: first, weight: 5, min: 1, max: 10, step: 0.5, name: { zh: 第一项, en: First criterion } }
          - { id: second, weight: 5, min: 1, max: 10, step: 0.5, name: { zh: 第二项, en: Second criterion } }
        drop: { level: total, high: 1, low: 1, fromJudges: 5 }
        average: mean
        rounding: { total: 2, mode: half-up }
        ties: [undropped-mean, chair]
        quota: { places: 10, alternates: 2, per: group }
    - { id: notice, type: notice, dates: notice, days: 7 }
  awards:
    - { id: gold, name: { zh: 金奖, en: Gold }, count: 1, per: group }
`,
})

const starters: Record<string, Starter> = {
  'design-contest': contest('anyone', 'score'),
  'skills-contest': contest('professional', 'live'),
  'equipment-contest': contest('organisation', 'live'),
  expo,
  'fashion-week': programme('show', '开场秀', 'Opening show'),
  conference: programme('plenary', '主题大会', 'Plenary'),
  matchmaking: {
    cover: '{ weave: weave, palette: celadon }',
    dates: '  event: YEAR-09-01..YEAR-09-02\nwhen: event\n',
    body: `matchmaking:
  dates: event
  slotMinutes: 15
  suppliers: { asks: [company, products] }
  buyers: { asks: [company, category, quantity] }
`,
  },
  campaign: programme('sale', '启动仪式', 'Launch'),
  umbrella: {
    cover: '{ weave: drape, palette: lotus }',
    dates: '  event: YEAR-09-01..YEAR-09-07\nwhen: event\n',
    body: '',
  },
}

type Owner = { id: string; name: { zh: string; en: string } }

/** A JSON string is a YAML string too, whatever it holds. */
const quoted = (text: string) => JSON.stringify(text)

const slugShape = /^([a-z0-9]+(?:-[a-z0-9]+)*?)-((?:19|20|21)\d{2}(?:-[a-z0-9]+)*)$/

/**
 * A first event file: a draft that checks clean, to be filled in from the top. Everything in it is listed as sample.
 * The slug ends in the edition, which starts with its year: `knit-cup-2027`, `ph-value-2027-spring`.
 */
export function newEventFile(
  slug: string,
  kind: string,
  owner: Owner = placeholder.owner,
): { ok: true; text: string } | { ok: false; message: string } {
  const starter = starters[kind]
  if (!starter)
    return {
      ok: false,
      message: `“${kind}” is not a kind of event; kinds are ${Object.keys(starters).join(', ')}`,
    }
  const match = slugShape.exec(slug)
  const [series, edition] = [match?.[1], match?.[2]]
  if (!series || !edition || slug.length > 60) {
    return {
      ok: false,
      message: `“${slug}” is not a slug; write a series and an edition such as knit-cup-2027 or ph-value-2027-spring`,
    }
  }
  const sample = ['name', 'dates', ...starter.body.matchAll(/^([a-z]+):/gm)].map((found) => (typeof found === 'string' ? found : found[1]))
  const text = `# yaml-language-server: $schema=../../public/schema/event.json

series: ${series}
edition: ${edition}
kind: ${kind}
status: draft                            # open makes it public

name: { zh: ${placeholder.name.zh}, en: ${placeholder.name.en} }
# Paths listed here are shown with the word 示例 / sample. Take each out when its values are decided.
sample: [${sample.join(', ')}]

timezone: Asia/Shanghai
owner: { id: ${owner.id}, name: { zh: ${quoted(owner.name.zh)}, en: ${quoted(owner.name.en)} } }
cover: ${starter.cover}

# A day without a time opens at its start and closes at its end, local to the timezone.
dates:
${starter.dates}${starter.body && '\n'}${starter.body}`.replaceAll('YEAR', edition.slice(0, 4))
  const parsed = parseEventFile(text, { fileName: slug })
  return parsed.ok ? { ok: true, text } : { ok: false, message: parsed.problems.map(({ message }) => message).join('; ') }
}
