export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly isCurrent?: boolean;
  /** How many wait there, as it is shown ("6", "1.000+"), and the same in words ("6 te verdelen"). */
  readonly count?: { readonly shown: string; readonly label: string } | undefined;
}
