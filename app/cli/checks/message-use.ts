import { relative, resolve } from 'node:path'
import ts from 'typescript'

/** One place in the code that asks for a message; `keys` are all it can ask for. */
export interface MessageUse {
  namespace: string
  keys: string[]
  where: string
}

export interface MessageUses {
  uses: MessageUse[]
  /** calls whose key the types do not tell */
  unclear: string[]
}

/**
 * Finds every call of a translator in the program that a tsconfig describes. The types tell which namespace a
 * translator speaks and which keys an expression can be, so `t(\`state.${entry.state}\`)` counts for each state.
 */
export function messageUses(tsconfig = resolve('tsconfig.json')): MessageUses {
  const root = resolve(tsconfig, '..')
  const { config } = ts.readConfigFile(tsconfig, (path) => ts.sys.readFile(path)) as { config: unknown }
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram(fileNames, options)
  const checker = program.getTypeChecker()
  const found: MessageUses = { uses: [], unclear: [] }

  const visit = (file: ts.SourceFile) => (node: ts.Node) => {
    if (ts.isCallExpression(node)) {
      const namespace = namespaceOf(checker, node.expression)
      const key = node.arguments[0]
      if (namespace !== null && key) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
        const where = `${relative(root, file.fileName)}:${line + 1}`
        const keys = keysOf(checker, key)
        if (keys) found.uses.push({ namespace, keys, where })
        else found.unclear.push(`${where}: the key of this message is only known at run time; give it a union type`)
      }
    }
    ts.forEachChild(node, visit(file))
  }
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile || /node_modules|\.test\.tsx?$|app\/generated\//.test(file.fileName)) continue
    ts.forEachChild(file, visit(file))
  }
  return found
}

/** The namespace of a value of type TFunction<'namespace'>; null for anything else. */
function namespaceOf(checker: ts.TypeChecker, callee: ts.Expression): string | null {
  const type = checker.getTypeAtLocation(callee)
  if (type.getSymbol()?.name !== 'TFunction') return null
  const [namespace] = checker.getTypeArguments(type as ts.TypeReference)
  return namespace?.isStringLiteral() ? namespace.value : null
}

/** The strings an expression can be, or null when neither its form nor its type says. */
function keysOf(checker: ts.TypeChecker, node: ts.Expression): string[] | null {
  if (ts.isTemplateExpression(node)) {
    let texts: string[] | null = [node.head.text]
    for (const { expression, literal } of node.templateSpans) {
      const inner = keysOf(checker, expression)
      texts = texts && inner && texts.flatMap((before) => inner.map((part) => before + part + literal.text))
    }
    return texts
  }
  return literalsOf(checker.getTypeAtLocation(node))
}

/** The strings a value of this type can be, or null when the type does not say. */
function literalsOf(type: ts.Type): string[] | null {
  if (type.isStringLiteral()) return [type.value]
  if (type.isNumberLiteral()) return [String(type.value)]
  if (!type.isUnion()) return null
  const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined)).map((part) => literalsOf(part))
  return parts.every((part) => part !== null) ? parts.flat() : null
}
