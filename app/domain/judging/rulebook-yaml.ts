import { stringify } from 'yaml'

/**
 * A rulebook document as the text of a `rulebook.yaml`: reading it back gives the same document, so the same hash.
 */
export function rulebookYaml(document: unknown): string {
  return stringify(document, { lineWidth: 110, aliasDuplicateObjects: false })
}
