interface SendFileProps {
  action: string
  field: string
  accept: string
  label: string
  act: string
  error?: string
  disabled: boolean
}

/** One file as a plain form: it streams to the server and needs no script. */
export function SendFile({ action, field, accept, label, act, error, disabled }: SendFileProps) {
  return (
    <form method="post" action={action} encType="multipart/form-data" className="send-file">
      <label htmlFor={`send-${field}`}>{label}</label>
      <input
        id={`send-${field}`}
        type="file"
        name={field}
        accept={accept}
        required
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `send-${field}-wrong` : undefined}
      />
      {error && (
        <p className="notice" id={`send-${field}-wrong`} role="alert">
          {error}
        </p>
      )}
      <button className="button" disabled={disabled}>
        {act}
      </button>
    </form>
  )
}
