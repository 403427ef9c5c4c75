/** The parts of a mail that say whether a person wrote it. Names in lower case. */
export interface MailSigns {
  readonly header: (name: string) => string;
  /** The address that bounces go to; empty for a bounce. */
  readonly returnPath: string;
}

const machinePrecedences = new Set(["bulk", "junk", "list", "auto_reply"]);

/**
 * Out of office, a mailing list, a bounce, or our own mail come back: nobody wrote it, so nobody is answered. Answering
 * would make two machines write to each other.
 */
export function isFromMachine({ header, returnPath }: MailSigns): boolean {
  const submitted = header("auto-submitted").toLowerCase();
  return (
    returnPath === "" ||
    (submitted !== "" && submitted !== "no") ||
    machinePrecedences.has(header("precedence").toLowerCase()) ||
    header("x-autoreply") !== "" ||
    header("x-autorespond") !== "" ||
    header("list-id") !== "" ||
    header("x-loop") !== "" ||
    /^(mailer-daemon|postmaster|no-?reply)@/i.test(returnPath)
  );
}
