import type { Choice } from '~/domain/judging/votes/choice'

const PATHS: Record<Choice, string> = { in: 'M3 8.500l3 3 7-7', hold: 'M4 8h8', out: 'M4 4l8 8M12 4l-8 8' }

/** A tick, a dash, a cross: told apart without colour. */
export function VoteSign({ choice }: { choice: Choice }) {
  return (
    <svg className="vote-sign" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
      <path d={PATHS[choice]} />
    </svg>
  )
}
