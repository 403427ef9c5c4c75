import type { diplomas, enrolmentSectors, exitReasons } from "@/lib/directory/codes";
import type { Label } from "@/lib/i18n/locale";

export const sectorLabels: Readonly<Record<(typeof enrolmentSectors)[number], Label>> = {
  PO: { nl: "basisonderwijs", en: "primary education" },
  SO: { nl: "(voortgezet) speciaal onderwijs", en: "special education" },
  VO: { nl: "voortgezet onderwijs", en: "secondary education" },
  MBO: { nl: "mbo", en: "vocational education" },
  HO: { nl: "hoger onderwijs", en: "higher education" },
  OTHER: { nl: "niet bekostigd, politie of defensie", en: "not funded, police or defence" },
};

export const exitReasonLabels: Readonly<Record<(typeof exitReasons)[number], Label>> = {
  graduated: { nl: "geslaagd", en: "graduated" },
  other_programme: { nl: "andere opleiding", en: "other programme" },
  other_school: { nl: "andere school", en: "other school" },
  work: { nl: "werk", en: "work" },
  moved: { nl: "verhuisd", en: "moved" },
  abroad: { nl: "naar het buitenland", en: "abroad" },
  care: { nl: "zorg", en: "care" },
  deceased: { nl: "overleden", en: "deceased" },
  expelled: { nl: "verwijderd", en: "expelled" },
  unknown: { nl: "onbekend", en: "unknown" },
  other: { nl: "anders", en: "other" },
};

export const diplomaLabels: Readonly<Record<(typeof diplomas)[number], Label>> = {
  vmbo: { nl: "vmbo", en: "vmbo" },
  havo: { nl: "havo", en: "havo" },
  vwo: { nl: "vwo", en: "vwo" },
  mbo1: { nl: "mbo 1 (entree)", en: "mbo 1 (entry level)" },
  mbo2: { nl: "mbo 2", en: "mbo 2" },
  mbo3: { nl: "mbo 3", en: "mbo 3" },
  mbo4: { nl: "mbo 4", en: "mbo 4" },
  pro_certificate: { nl: "getuigschrift praktijkonderwijs", en: "certificate of practical education" },
  vso_certificate: { nl: "getuigschrift vso", en: "certificate of special education" },
};
