/** The parts of a mail that say whether a person wrote it. Names in lower case. */
export interface MailSigns {
  readonly header: (name: string) => string;
  /** The address that bounces go to; empty for a bounce. */
  readonly returnPath: string;
}

/** Some programs say only here that nobody wrote it. */
const machineSubject =
  /^\s*(automatisch(e)? (antwoord|beantwoording)|afwezigheidsbericht|automatic reply|auto(matic)?[ -]?reply|out of (the )?office)\b/i;
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
    machineSubject.test(header("subject")) ||
    /^(mailer-daemon|postmaster|no-?reply)@/i.test(returnPath)
  );
}
