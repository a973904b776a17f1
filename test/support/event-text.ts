import { expect } from 'vitest'
import { parseEventFile } from '~/domain/setup/parse-event-file'

/** A small contest with nothing wrong in it. */
export const event = `series: test-cup
edition: 2026
kind: design-contest
name: { zh: 测试杯, en: Test Cup }
timezone: Asia/Shanghai
owner: { id: ckia, name: { zh: 协会, en: Association } }
cover: { weave: knit, palette: indigo }
dates:
  call: 2026-08-01..2026-12-20T17:00
  preliminary: 2027-01-08..2027-01-10
registration: { dates: call }
contest:
  groups:
    - { id: academic, name: { zh: 院校组, en: Academic }, who: student }
  entry:
    fields:
      - { id: title, type: text, max: 40, label: { zh: 名称, en: Title } }
  rights: { model: publicity-licence }
  statement: { zh: 承诺, en: I declare }
  stages:
    - id: preliminary
      type: score
      dates: preliminary
      panel: { judges: 7 }
      rulebook:
        rulebook: 1
        weightsSum: 10
        criteria:
          - { id: design, weight: 6, min: 1, max: 10, step: 0.5, name: { zh: 设计, en: Design } }
          - { id: craft, weight: 4, min: 1, max: 10, step: 0.5, name: { zh: 工艺, en: Craft } }
`

/** The file with one passage replaced, which must be there. */
export function changed(from: string, to: string) {
  expect(event).toContain(from)
  return event.replace(from, to)
}

/** What is wrong with a text, one `line:col: message` each. */
export function problems(text: string, fileName?: string) {
  const parsed = parseEventFile(text, { fileName })
  const found = parsed.ok ? parsed.warnings : parsed.problems
  // whatever is wrong is also said in Chinese
  for (const { zh } of found) expect(zh).toMatch(/[\u4e00-\u9fff]/)
  return found.map(({ line, col, message }) => `${line}:${col}: ${message}`)
}
