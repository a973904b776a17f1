import { useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ProfileReply } from './profile-answers.server'
import type { readProfile } from './read-profile.server'

export const useAccount = () => useLoaderData<typeof readProfile>()
export const useReply = () => useActionData<ProfileReply>()

export function Section({ id, title, lead, children }: { id: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="chapter" id={id} aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`}>{title}</h2>
        {lead && <p className="quiet small">{lead}</p>}
      </div>
      <div>{children}</div>
    </section>
  )
}

/** One line that says what was just done, beside where it was done. */
export function Done({ when, children }: { when: string; children: ReactNode }) {
  return useAccount().done === when ? (
    <p className="notice notice--done" role="status">
      <span>{children}</span>
    </p>
  ) : null
}

export function Wrong({ field }: { field: string }) {
  const errors = useReply()?.errors[field]
  return errors ? (
    <p className="notice" role="alert">
      {errors.join(' ')}
    </p>
  ) : null
}
