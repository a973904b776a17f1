/** The house style for mail: inline values, because mail clients know no variables. Light only. */
export const colour = {
  paper: '#faf7f2',
  sunk: '#f3eee5',
  ink: '#1b1a18',
  ink2: '#544f48',
  ink3: '#6b645b',
  thread: '#dcd3c5',
  indigo: '#1f3b63',
  cinnabar: '#b5331e',
  onCinnabar: '#fffaf4',
  celadon: '#2e6856',
} as const

export const serif = '"Noto Serif SC","Source Han Serif SC","Songti SC",STSong,SimSun,Georgia,serif'
export const sans = '"PingFang SC","HarmonyOS Sans SC","Noto Sans SC","Microsoft YaHei","Segoe UI",Helvetica,Arial,sans-serif'
export const mono = 'ui-monospace,"SF Mono",Consolas,"DejaVu Sans Mono",monospace'
