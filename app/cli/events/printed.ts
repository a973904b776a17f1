/** What a command prints: lines of results, or lines of problems. Notes go to stderr and keep the exit code. */
export type Printed = { ok: true; lines: string[]; notes?: string[] } | { ok: false; lines: string[] }

/** Prints what a command answered: results on stdout, problems and notes on stderr, never a stack trace; sets the exit code. */
export async function print(command: Promise<Printed>): Promise<void> {
  const printed = await command.catch((error: unknown): Printed => ({
    ok: false,
    lines: [error instanceof Error ? error.message : String(error)],
  }))
  for (const note of printed.ok ? (printed.notes ?? []) : printed.lines) console.error(note)
  if (printed.ok) for (const line of printed.lines) console.log(line)
  process.exitCode = printed.ok ? 0 : 1
}
