import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

export interface ToolRun {
  status: number
  stdout: string
  stderr: string
}

/** Runs the program of an installed package with Node itself, so that no shell and no npx stands between. */
export async function runTool(script: string, args: readonly string[], cwd = process.cwd()): Promise<ToolRun> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' },
  })
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null, string | null]>,
  ])
  return { status: code ?? 1, stdout, stderr: signal ? `${stderr}\nended by ${signal}` : stderr }
}

/** What a tool that failed had to say, line by line; never empty when it failed. */
export function complaints({ status, stdout, stderr }: ToolRun): string[] {
  if (status === 0) return []
  const lines = `${stdout}\n${stderr}`
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
  return lines.length > 0 ? lines : [`ended with status ${status}`]
}
