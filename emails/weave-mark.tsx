import { colour } from './tokens'

const WARP = colour.indigo
const WEFT = colour.ink
const NONE = colour.paper
// two warps, two wefts; where they cross, one lies on top and the other yields with a gap
const ROWS = [
  [NONE, NONE, WARP, NONE, NONE, NONE, WARP, NONE, NONE],
  [NONE, NONE, WARP, NONE, NONE, NONE, NONE, NONE, NONE],
  [WEFT, NONE, WARP, NONE, WEFT, WEFT, WEFT, WEFT, WEFT],
  [NONE, NONE, WARP, NONE, NONE, NONE, NONE, NONE, NONE],
  [NONE, NONE, WARP, NONE, NONE, NONE, WARP, NONE, NONE],
  [NONE, NONE, NONE, NONE, NONE, NONE, WARP, NONE, NONE],
  [WEFT, WEFT, WEFT, WEFT, WEFT, NONE, WARP, NONE, WEFT],
  [NONE, NONE, NONE, NONE, NONE, NONE, WARP, NONE, NONE],
  [NONE, NONE, WARP, NONE, NONE, NONE, WARP, NONE, NONE],
]
const SIZES = [5, 2, 5, 2, 3, 2, 5, 2, 5]

/** The mark as a table, because many mail clients drop SVG. */
export function WeaveMark() {
  return (
    <table
      role="presentation"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ borderCollapse: 'collapse', fontSize: 1, lineHeight: '1px' }}
    >
      <tbody>
        {ROWS.map((row, y) => (
          <tr key={y}>
            {row.map((cell, x) => (
              <td key={x} width={SIZES[x]} height={SIZES[y]} style={{ padding: 0, backgroundColor: cell }} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
