import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const DAY = 86_400_000
const day = (offset: number) => new Date(Date.now() + offset * DAY).toISOString().slice(0, 10)

/**
 * Puts a contest of its own in force for one test: the Puyuan Cup's file under another name, its call open now, one
 * place in each group so that there is a cut-line. Applied by the command line, as organisers do it; `change` edits the
 * file's text first. Answers the slug.
 */
export async function applyContest(series: string, change: (source: string) => string = (source) => source): Promise<string> {
  const source = readFileSync('seeds/events/puyuan-cup-2026.yaml', 'utf8')
    .replace(/^series: .*$/m, `series: ${series}`)
    .replaceAll('“濮院杯”', `“${series}”`)
    .replaceAll('“Puyuan Cup”', `“${series}”`)
    .replace(/^ {2}call: .*$/m, `  call: ${day(-20)}..${day(20)}T17:00`)
    .replace(/on: 2026-12-21\.\.2026-12-28/, `on: ${day(21)}..${day(28)}`)
    .replace(/on: 2027-01-08\.\.2027-01-10/, `on: ${day(38)}..${day(40)}`)
    .replace(/on: 2027-01-12\.\.2027-01-18/, `on: ${day(42)}..${day(48)}`)
    .replace(/on: 2027-01-19\.\.2027-03-10/, `on: ${day(49)}..${day(100)}`)
    .replace(/on: 2027-03-16/, `on: ${day(106)}`)
    .replace(/^contest:$/m, 'contest:\n  contentReviewers: 1')
    .replace('quota: { places: 20, alternates: 5, per: group }', 'quota: { places: 1, alternates: 1, per: group }')
  return applyText(series, '2026', change(source))
}

/** The same for a fair: the Greater Bay file under another name, its applications open now. Answers the slug. */
export async function applyFair(series: string): Promise<string> {
  const source = readFileSync('seeds/events/gba-knitting-expo-2027.yaml', 'utf8')
    .replace(/^series: .*$/m, `series: ${series}`)
    .replaceAll('大湾区国际针织博览会', `${series}展`)
    .replaceAll('Greater Bay Area International Knitting Expo', `${series} Fair`)
    .replace(/^ {2}application: .*$/m, `  application: ${day(-5)}..${day(60)}`)
    .replace(/^ {2}fair: .*$/m, `  fair: ${day(120)}..${day(122)}`)
    .replace(/before: [\d-]+/, `before: ${day(30)}`)
  return applyText(series, '2027', source)
}

async function applyText(series: string, edition: string, source: string): Promise<string> {
  const slug = `${series}-${edition}`
  const file = join(mkdtempSync(join(tmpdir(), 'jingwei-event-')), `${slug}.yaml`)
  writeFileSync(file, source)
  const env = { ...process.env, DATA_DIR: process.env.E2E_DATA_DIR, DATABASE_URL: undefined, LOG_LEVEL: 'error' }
  await promisify(execFile)(process.execPath, ['build/programs/cli/events.js', 'apply', file], { env })
  return slug
}
