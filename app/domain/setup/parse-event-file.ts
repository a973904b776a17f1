import { checkEvent } from './check-event'
import { EventConfig } from './event-config'
import { findAll } from './find-all'
import type { Finding, Problem } from './problem'
import { readYaml } from './yaml-source'
import type { YamlSource } from './yaml-source'

export type ParsedEventFile =
  | { ok: true; config: EventConfig; written: unknown; warnings: Problem[]; locate: YamlSource['locate'] }
  | { ok: false; problems: Problem[] }

/**
 * Reads the text of an event file. Never throws: whatever is wrong comes back as problems with line and column,
 * in the order of the text. `written` is the document as it stands, before defaults.
 */
export function parseEventFile(text: string, { fileName }: { fileName?: string } = {}): ParsedEventFile {
  const yaml = readYaml(text)
  if (!yaml.ok) return yaml
  const { data, locate, locateInText } = yaml.source
  const placed = (findings: readonly Finding[]) =>
    findings
      .map(({ path, message, zh, key, inText, severity = 'error' }): Problem => ({
        ...(inText ? locateInText(path, inText) : locate(path, key)),
        message,
        zh,
        severity,
      }))
      .sort((a, b) => a.line - b.line || a.col - b.col)
  const parsed = EventConfig.safeParse(data)
  if (!parsed.success) {
    return { ok: false, problems: placed(findAll(data, parsed.error.issues, fileName)) }
  }
  const problems = placed(checkEvent(parsed.data, data, fileName))
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems }
  return { ok: true, config: parsed.data, written: data, warnings: problems, locate }
}
