// breaks: react-hooks/rules-of-hooks
import { useState } from 'react'

export function Panel({ open }: { open: boolean }) {
  if (!open) return null
  const [count] = useState(0)
  return <p>{count}</p>
}
