import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative, resolve } from 'node:path'
import { ESLint } from 'eslint'
import { beforeAll, expect, test } from 'vitest'
import { runTool } from '~/cli/checks/run-tool'

// Every rule must be able to fail. A file of test/lint-fixtures says in its first lines which rules it breaks.
const root = resolve('test/lint-fixtures')
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))

const declared = new Map(
  files.map((file) => [file, [...readFileSync(join(root, file), 'utf8').matchAll(/^\/\/ breaks: (.+)$/gm)].map(([, rule]) => rule ?? '')]),
)
const layerRules = (createRequire(import.meta.url)(resolve('.dependency-cruiser.cjs')) as { forbidden: { name: string }[] }).forbidden.map(
  ({ name }) => name,
)
const found = new Map<string, Set<string>>(files.map((file) => [file, new Set()]))

beforeAll(async () => {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: resolve('eslint.config.js') })
  for (const { filePath, messages } of await eslint.lintFiles(['app', 'emails', 'server.ts'])) {
    for (const { ruleId, message } of messages) {
      found.get(relative(root, filePath))?.add(ruleId ?? (message.includes('noInlineConfig') ? 'inline configuration' : message))
    }
  }
  const cruise = await runTool(
    resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    ['--config', resolve('.dependency-cruiser.cjs'), '--output-type', 'json', 'app', 'emails', 'server.ts'],
    root,
  )
  const { summary } = JSON.parse(cruise.stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }
  for (const { from, rule } of summary.violations) found.get(from)?.add(rule.name)
}, 120_000)

test.each(files)('%s breaks exactly the rules it says', (file) => {
  expect([...(found.get(file) ?? [])].sort()).toEqual([...(declared.get(file) ?? [])].sort())
})

test.each(layerRules)('layer rule %s is proven by a fixture', (rule) => {
  expect([...declared.values()].flat()).toContain(rule)
})
