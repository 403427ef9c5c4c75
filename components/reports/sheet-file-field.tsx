import { controlClasses, FieldFrame } from "@/components/ui/field-frame";

interface SheetFileFieldProps {
  readonly label: string;
  readonly hint: string;
}

/** Where a sheet is chosen, by the name under which the desk reads it. */
export function SheetFileField({ label, hint }: SheetFileFieldProps) {
  return (
    <FieldFrame text={{ name: "bestand", label, hint }}>
      <input
        type="file"
        id="bestand"
        name="bestand"
        required={true}
        accept=".csv,.txt,.xlsx"
        aria-describedby="bestand-hint"
        className={controlClasses}
      />
    </FieldFrame>
  );
}
