// breaks: pure-files-do-not-act
export { act } from '~/domain/entries/act.server'
