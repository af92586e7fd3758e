import type { District } from '../organisation/organisation.ts';

/** A construction project as the case file copies it. Money in integer fen. */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** Investment project code `YYYY-AAAAAA-II-TT-NNNNNN`, or empty. */
  readonly projectCode: string;
  /** Construction permit number (施工许可证编号, 18 digits), or empty where none was taken out. */
  readonly permitNo: string;
  readonly contractPriceFen: number;
  /** Floor area in square metres. */
  readonly areaSquareMetres: number;
}

export interface ProjectRecord extends Project {
  readonly district: District;
  readonly developer: string;
  readonly contractor: string;
}
