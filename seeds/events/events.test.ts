import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { parseEventFile } from '~/domain/setup/parse-event-file'
import { eventJsonSchema } from '~/domain/setup/json-schema'

const folder = join(import.meta.dirname, '.')
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

/** Reads one event file, which must have no problem and no warning. */
function read(name: string) {
  const parsed = parseEventFile(readFileSync(join(folder, name), 'utf8'), {
    fileName: basename(name, '.yaml'),
  })
  expect(parsed.ok ? parsed.warnings : parsed.problems).toEqual([])
  if (!parsed.ok) throw new Error(name)
  return parsed.config
}

test.each(files)('%s checks clean', (name) => {
  read(name)
})

test('the files cover contests, a fair, an umbrella with children and a conference', () => {
  const configs = files.map(read)
  expect(new Set(configs.map(({ kind }) => kind))).toEqual(
    new Set(['design-contest', 'skills-contest', 'equipment-contest', 'expo', 'fashion-week', 'umbrella', 'conference']),
  )
  const children = configs.filter(({ parent }) => parent === 'jiangxi-week-2026')
  expect(children.map(({ series }) => series).sort()).toEqual(['gongqingcheng-down-week', 'jiangxi-ganzhou-expo'])
})

test('every file points editors to the schema', () => {
  for (const name of files) {
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/public\/schema\/event\.json\n/)
  }
})

test('the published JSON Schema is that of the code', () => {
  const published: unknown = JSON.parse(readFileSync(join(folder, '../../public/schema/event.json'), 'utf8'))
  expect(published).toEqual(JSON.parse(JSON.stringify(eventJsonSchema())))
})
