import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { withLockFile } from '../../app/cli/database/lock-file'

/** For tests that start the built application: builds what is older than its sources, one test file at a time. */
export async function built(): Promise<void> {
  const clone = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 12)
  await withLockFile(join(tmpdir(), `jingwei-build-${clone}.lock`), async () => {
    const done = spawnSync(process.execPath, ['app/cli/prepare.mjs', '--app'], { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`the application could not be built:\n${done.stderr}`)
  })
}
