// breaks: pure-files-use-no-node
export { readFileSync } from 'node:fs'
