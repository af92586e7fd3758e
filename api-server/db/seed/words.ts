/** Words the invented names and texts are made of. None is meant to name a real place, person or company. */

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** First part of a name of a company or project. */
export const FIRST = words(
  '青禾 星澜 望山 听松 锦澜 云棠 知微 晴川 澄怀 拾光 归棹 泊舟 霁月 朗清 蔚然 映雪 怀瑾 采薇 临溪 越秀 '
  + '远岫 疏桐 舒云 竹溪 松岚 栖迟 沐风 晓榆 弘泽 鼎筑 卓砌 恒垒 瑞础 腾檐 启构 匠梁 盛栋 宏榫 砺石 固垣 '
  + '汇砖 泰基 永墙 诚钧 信矩 正规 明准 德绳 方圆 平衡 长庚 启明 北辰 南枝 东篱 西窗 中砥 上善 若谷 怀远',
);
/** Second part of a name. */
export const SECOND = words(
  '雅苑 华庭 名邸 澜湾 新城 花园 公馆 云庭 里巷 广场 大厦 中心 商街 公寓 别院 家园 时代 天境 江畔 湖岸 '
  + '书院 学府 医谷 科创园 产业园 物流园 数据港 会展城 文化宫 体育馆 停车楼 综合体 安置房 人才房 养老院 幼儿园 实验楼 研发楼 厂房 仓储库',
);
export const STAGES_OF_BUILDING = words('一期 二期 三期 四期 A地块 B地块 C地块 东区 西区 南区 北区');
export const WORKS = words('土建工程 桩基工程 主体结构工程 地下室工程 幕墙工程 机电安装工程 室内装饰工程 室外总体工程 基坑支护工程 钢结构工程 消防工程 改造工程');
export const ROADS = words('示例一路 示例二路 示例三路 演示东路 演示西路 演示南路 演示北路 样板大道 虚拟街 模拟巷 假设路 范例街');
export const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎'];
/** Given names all begin with 例, so that nobody real is meant. */
export const GIVEN = [...'安宁平和康泰顺达成功立本初元亨利贞仁义礼智信温良恭俭让勤勉敏慎思明辨笃行知远望松竹梅兰菊荷桂枫'];

/** Kinds of company by what the violation calls its subject. */
export const COMPANY_KINDS: readonly { readonly subject: RegExp; readonly suffix: readonly string[] }[] = [
  { subject: /监理/, suffix: words('工程监理有限公司 建设咨询有限公司') },
  { subject: /勘察|设计|审图/, suffix: words('勘察设计有限公司 建筑设计有限公司') },
  { subject: /检测/, suffix: words('工程检测有限公司 建材检测有限公司') },
  { subject: /物业/, suffix: words('物业服务有限公司 物业管理有限公司') },
  { subject: /经纪|中介|租赁/, suffix: words('房地产经纪有限公司 住房租赁有限公司 房产咨询有限公司') },
  { subject: /招标|投标|中标/, suffix: words('建设发展有限公司 工程咨询有限公司 市政工程有限公司') },
  { subject: /安拆|出租|自购/, suffix: words('建筑机械租赁有限公司 起重设备安装有限公司') },
  { subject: /施工|承包|总包|分包|生产经营|参建/, suffix: words('建筑工程有限公司 建设集团有限公司 建筑劳务有限公司 机电安装有限公司 装饰工程有限公司') },
  { subject: /.*/, suffix: words('置业有限公司 房地产开发有限公司 建设投资有限公司 城市开发有限公司') },
];

/** Who is fined as a person. */
export const PERSONAL_SUBJECT = /^(个人|人员|注册人员|使用人|装修人|承租人|申请人|出租人)/;

export const MATERIALS = words('热轧带肋钢筋 商品混凝土 蒸压加气砌块 保温岩棉板 聚氨酯防水涂料 铝合金型材 中空玻璃 预拌砂浆 阻燃电缆 不锈钢水管 扣件 脚手架钢管 密目安全网 安全带 电梯导轨 石膏板');
export const PARTS = words('三层梁板 地下一层剪力墙 屋面女儿墙 外立面阳台 电梯井道 楼梯间 人防门框 车库坡道 配电房 消防水池 基坑东侧 塔吊附墙 卸料平台 施工升降机 模板支架 临边洞口');
export const FINDINGS = words('现场已完成桩基施工 主体已施工至第五层 外墙脚手架正在搭设 现场有工人正在绑扎钢筋 混凝土泵车正在浇筑 塔式起重机正在吊运材料 已挖土至坑底 样板间正对外开放 门店正在营业 房屋内墙体已拆除 设备间已堆放杂物 公示栏未见相关公示');
export const EXCUSES = words('工期紧张 手续正在办理 分包队伍擅自所为 对规定不了解 资金周转困难 原负责人已离职 资料保管不善 误以为无须办理');
export const CORRECTIONS = words('已停止施工 已补办手续 已更换材料 已拆除整改 已补充资料 正在整改 已退还款项 已恢复原状');
export const OPINIONS = words('同意。 拟同意，请领导审批。 事实清楚，证据充分，同意。 情况属实，同意上报。 请依法办理。 同意，请抓紧办理。');
