package dev.huikuan.portfolio.demo;

import java.util.List;

/** Invented names of companies, different for every number below 1600. */
final class Names {

  private static final List<String> PLACES =
      List.of(
          "杭州", "苏州", "无锡", "宁波", "常州", "南通", "嘉兴", "绍兴", "合肥", "芜湖", "济南", "青岛", "烟台", "潍坊", "郑州",
          "洛阳", "武汉", "宜昌", "长沙", "株洲", "广州", "佛山", "东莞", "珠海", "厦门", "泉州", "福州", "南昌", "成都", "绵阳",
          "重庆", "西安", "宝鸡", "兰州", "太原", "沈阳", "大连", "长春", "哈尔滨", "天津");

  private static final List<String> BRANDS =
      List.of(
          "澜川", "屿衡", "砚峰", "岑泰", "汐远", "钧朴", "禾岭", "沐晖", "昱棠", "铎信", "霁云", "楷程", "珩岳", "翊海", "栎森",
          "晟淮", "瀚砾", "熠安", "泓墨", "峤石", "湛阳", "麓河", "皓垣", "筱松", "聿新", "辰洲", "赫临", "璟成", "沣泽", "稷原",
          "岱青", "溯原", "凌坡", "桓一", "漱石", "钰枫", "潼光", "阡陌", "启梁", "云杼");

  private static final List<String> TRADES =
      List.of(
          "装备制造", "建筑工程", "自动化科技", "食品", "医疗器械", "物流", "新材料", "环保设备", "纺织", "电气", "精密机械", "包装",
          "化工", "园林工程", "冷链", "软件", "光伏", "汽车零部件", "农业", "家具");

  private static final List<String> FORMS = List.of("有限公司", "有限公司", "有限公司", "股份有限公司", "集团有限公司");

  private Names() {}

  static String of(Home home, int number) {
    return home == Home.CN ? chinese(number) : foreign(home, number);
  }

  private static String chinese(int number) {
    int round = number / PLACES.size();
    return pick(PLACES, number)
        + pick(BRANDS, number * 3 + round)
        + pick(TRADES, number * 7 + round)
        + pick(FORMS, number + round);
  }

  private static String foreign(Home home, int number) {
    return pick(home.stems(), number) + " " + pick(home.trades(), number / home.stems().size());
  }

  private static String pick(List<String> words, int number) {
    return words.get(number % words.size());
  }
}
