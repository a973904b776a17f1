import { defineConfig } from 'prisma/config'

// `prisma generate` needs no engine; this keeps the CLI from looking for a download.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: 'prisma/schema', migrations: { path: 'prisma/migrations' } })
