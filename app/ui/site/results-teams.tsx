import { useT } from '~/i18n/use-t'

export type ShownTeam = { name: string; rank: number; total: string; codes: string[] }

/** 团体成绩: each team with the entries that count for it. */
export function ResultsTeams({ teams }: { teams: readonly ShownTeam[] }) {
  const t = useT('measure')
  if (teams.length === 0) return null
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="ranking">
        <caption>{t('teams.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('teams.rank')}</th>
            <th scope="col">{t('teams.team')}</th>
            <th scope="col">{t('teams.total')}</th>
            <th scope="col">{t('teams.counted')}</th>
          </tr>
        </thead>
        <tbody>
          {teams.map(({ name, rank, total, codes }) => (
            <tr key={name}>
              <td className="num">{rank}</td>
              <th scope="row">{name}</th>
              <td className="num">{total}</td>
              <td>{codes.join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
