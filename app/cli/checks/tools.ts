import { resolve } from 'node:path'
import type { Check } from './check'
import { complaints, runTool } from './run-tool'

const tool = (name: string, script: string, args: readonly string[]): Check => ({
  name,
  run: async () => complaints(await runTool(resolve('node_modules', script), args)),
})

export const cruised = ['app', 'emails', 'seeds', 'test', 'server.ts']

/** The checks that an installed tool does by its own configuration file. */
export const types = tool('types', 'typescript/bin/tsc', ['--noEmit', '-p', '.'])
export const lint = tool('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0'])
export const layers = tool('layers', 'dependency-cruiser/bin/dependency-cruise.mjs', ['--config', '.dependency-cruiser.cjs', ...cruised])
export const deadCode = tool('dead code', 'knip/bin/knip.js', ['--no-progress', '--no-config-hints'])
