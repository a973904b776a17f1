interface EvidenceListProps {
  files: { id: string; name: string }[]
  /** the address that a file's id stands behind */
  base: string
  label: string
}

/** Files that came with an objection, to be opened by whoever may. */
export function EvidenceList({ files, base, label }: EvidenceListProps) {
  if (files.length === 0) return null
  return (
    <ul className="evidence" aria-label={label}>
      {files.map(({ id, name }) => (
        <li key={id}>
          <a href={`${base}/${id}`} download>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  )
}
