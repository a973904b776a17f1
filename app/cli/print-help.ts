/**
 * Whether somebody asked how a program is called: `help` as the first word, `--help` or `-h` anywhere. The usage is then
 * printed on stdout and the exit code stays 0, for every program alike; a wrong call prints it on stderr with exit code 1.
 */
export function printHelp(argv: readonly string[], usage: readonly string[]): boolean {
  const asked = argv[0] === 'help' || argv.some((argument) => argument === '--help' || argument === '-h')
  if (asked) for (const line of usage) console.log(line)
  return asked
}
