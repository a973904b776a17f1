import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createRequire } from 'node:module'
import * as engineGlue from '@prisma/schema-engine-wasm/schema_engine_bg'

export type SchemaFile = { path: string; content: string }

export function schemaFiles(folder = resolve('prisma/schema')): SchemaFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), 'utf8') }))
}

const answer = <T>(value: T) => ({ ok: true, value })

/** The engine asks for a connection before it diffs; this one answers nothing, so nothing can be touched. */
const noConnection = {
  provider: 'postgres',
  adapterName: 'none',
  // its one question: does the schema exist, and which version is the server
  queryRaw: async () =>
    answer({ columnNames: ['exists', 'version', 'numeric_version'], columnTypes: [5, 7, 0], rows: [[true, 'PostgreSQL 18', 180000]] }),
  executeRaw: () => Promise.reject(new Error('no database')),
  executeScript: () => Promise.reject(new Error('no database')),
  startTransaction: () => Promise.reject(new Error('no database')),
  getConnectionInfo: () => answer({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: async () => answer(undefined),
}

/**
 * The SQL that leads from one Prisma schema to another (from nothing when `from` is empty). Only this
 * datamodel-to-datamodel diff of the engine is used: it never sees a database.
 */
export async function schemaSql(from: SchemaFile[], to: SchemaFile[]): Promise<string> {
  // the glue keeps one instance; a second one under it would break the first
  await (loaded ??= loadEngine())
  const engine = await engineGlue.SchemaEngine.new({ datamodels: to.map((file) => [file.path, file.content]) }, () => undefined, {
    provider: 'postgres',
    adapterName: 'none',
    connect: async () => answer(noConnection),
  })
  const result = await engine.diff({
    from: from.length === 0 ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: from },
    to: { tag: 'schemaDatamodel', files: to },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return result.stdout ?? ''
}

let loaded: Promise<void> | undefined

/** Node does not import .wasm files by itself: the module is read and handed to the package's own glue. */
async function loadEngine(): Promise<void> {
  const entry = createRequire(join(process.cwd(), 'package.json')).resolve('@prisma/schema-engine-wasm')
  const module = await WebAssembly.compile(readFileSync(join(dirname(entry), 'schema_engine_bg.wasm')))
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': engineGlue as never })
  const glue = engineGlue as unknown as { __wbg_set_wasm: (exports: unknown) => void }
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as (() => void) | undefined)?.()
}
