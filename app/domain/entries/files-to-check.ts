import type { FileState } from '~/generated/prisma/enums'
import type { FileToCheck } from './check-entry'

type Stored = Omit<FileToCheck, 'state'> & { state: FileState }

/** The files that count when an entry is checked: uploads that have not ended do not, for or against. */
export const filesToCheck = ({ files }: { files: readonly Stored[] }): FileToCheck[] =>
  files.flatMap(({ id, slot, state, mime, bytes, width, height }) =>
    state === 'processing' || state === 'ready' || state === 'refused' ? [{ id, slot, state, mime, bytes, width, height }] : [],
  )
