import type { ReactNode } from 'react'

interface NotedDownloadProps {
  path: string
  /** how the button looks: a link’s face where it stands among links */
  className?: string
  children: ReactNode
}

/** A file whose leaving is noted in the ledger: a form, for an address that is only followed must change nothing. */
export function NotedDownload({ path, className = 'plain', children }: NotedDownloadProps) {
  return (
    <form method="post" action={path}>
      <button className={className}>{children}</button>
    </form>
  )
}
