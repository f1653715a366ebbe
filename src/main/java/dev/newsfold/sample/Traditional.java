package dev.newsfold.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grammar's characters in traditional script; one to one, which is all that they need. */
final class Traditional {
  private Traditional() {}

  private static final String SIMPLIFIED =
      """
      专业东丢两个临为丽义乐乡书乱产亩亿仅从仓仪们众会传伤伦侧债偿储兑兰关养内册写军农\
      冯冲决况冻减凭凯击刘则刚创删别剂剧办务动劳区医华协单卖卢卫厅历压厦县参双发变叶号\
      吕吗启吴员响团园围国图场块坛墒墙声壳处备头奋奖奥娱孙学实审宽对寻导寿将尔尝尽层届\
      属岁岗岛币帅师带帮广库应开弃张强当录径忆态总恒悬戏户执扩扫扬抢护报担拟拣拥择挡挤\
      挥捡换搁携摄摊数断无旧时显晓暂术权条来杨枢枪标栋栏树样档桥检欢汉没泽测济浓涛涨渐\
      渔温湾湿溃滚滞满潜灯点烟热状独猪环现瑶电画畅疱盐监盖盘着码砖碱积称税稳窑笔筛签类\
      粮红纤约级纪纳纸纺纽线练组细织终绍经结绕给络统绩续维绵综绿缓编缩缮罗罚罢职联脑脚\
      腾舱艰艳节苏荡药莱获营萧萨蒋虑衔补装见观规视览计订认让训议记讲许论设访证评识诉诊\
      词试诚话询该详误说请诺读课谁调谈谊谢谣谨谱贝负财责败账货质购贯贴贵贷贸费贾赁资赚\
      赛赞赣赵跃踪车轨转轮轻载较辆辉辑输辩边达迁过运还这进远违连迟选递遗邓邮邻郑释针钟\
      钢钱铁银链销锋锐错锡锦键镇镜长门闭问间闻阁阅阎队阳阴阵阶际陆陈险随难静韩页项顺顾\
      顿预领频颗题额风飞馆馈马驻驿验骤鱼鲁鸟鸡鸣鹏麦黄齐龙万与丰么于云价优体党几划准儿\
      后听复庄异干征扎据机极构柜气涂确种离网腊虫胜苹范里采适宁吨杰赶岭帘扰丨亚战拨杂篮严举买宾尘恶摇杀残汇\
      沟灾烧础筹艺辖须\
      """;

  private static final String TRADITIONAL =
      """
      專業東丟兩個臨為麗義樂鄉書亂產畝億僅從倉儀們眾會傳傷倫側債償儲兌蘭關養內冊寫軍農\
      馮沖決況凍減憑凱擊劉則剛創刪別劑劇辦務動勞區醫華協單賣盧衛廳歷壓廈縣參雙發變葉號\
      呂嗎啟吳員響團園圍國圖場塊壇濕牆聲殼處備頭奮獎奧娛孫學實審寬對尋導壽將爾嘗盡層屆\
      屬歲崗島幣帥師帶幫廣庫應開棄張強當錄徑憶態總恆懸戲戶執擴掃揚搶護報擔擬揀擁擇擋擠\
      揮撿換擱攜攝攤數斷無舊時顯曉暫術權條來楊樞槍標棟欄樹樣檔橋檢歡漢沒澤測濟濃濤漲漸\
      漁溫灣濕潰滾滯滿潛燈點煙熱狀獨豬環現瑤電畫暢皰鹽監蓋盤著碼磚鹼積稱稅穩窯筆篩簽類\
      糧紅纖約級紀納紙紡紐線練組細織終紹經結繞給絡統績續維綿綜綠緩編縮繕羅罰罷職聯腦腳\
      騰艙艱豔節蘇蕩藥萊獲營蕭薩蔣慮銜補裝見觀規視覽計訂認讓訓議記講許論設訪證評識訴診\
      詞試誠話詢該詳誤說請諾讀課誰調談誼謝謠謹譜貝負財責敗賬貨質購貫貼貴貸貿費賈賃資賺\
      賽贊贛趙躍蹤車軌轉輪輕載較輛輝輯輸辯邊達遷過運還這進遠違連遲選遞遺鄧郵鄰鄭釋針鐘\
      鋼錢鐵銀鏈銷鋒銳錯錫錦鍵鎮鏡長門閉問間聞閣閱閻隊陽陰陣階際陸陳險隨難靜韓頁項順顧\
      頓預領頻顆題額風飛館饋馬駐驛驗驟魚魯鳥雞鳴鵬麥黃齊龍萬與豐麼於雲價優體黨幾劃準兒\
      後聽復莊異幹徵紮據機極構櫃氣塗確種離網臘蟲勝蘋範裡採適寧噸傑趕嶺簾擾｜亞戰撥雜籃嚴舉買賓塵惡搖殺殘匯\
      溝災燒礎籌藝轄須\
      """;

  private static final char[] TABLE = table();

  static String of(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = TABLE[chars[i]];
    }
    return new String(chars);
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null ? null : of(text);
  }

  private static List<String> each(List<String> texts) {
    List<String> converted = new ArrayList<>(texts.size());
    for (String text : texts) {
      converted.add(of(text));
    }
    return converted;
  }

  /** The piece with all its words in traditional script. */
  static Piece of(Piece piece) {
    Dateline dateline = piece.dateline();
    return new Piece(
        piece.url(),
        piece.outlet(),
        of(piece.headline()),
        each(piece.paragraphs()),
        piece.published(),
        orNull(piece.section()),
        orNull(piece.source()),
        each(piece.byline()),
        each(piece.reporters()),
        each(piece.editors()),
        orNull(piece.originalHeadline()),
        dateline == null
            ? null
            : new Dateline(
                of(dateline.outlet()),
                orNull(dateline.place()),
                dateline.day(),
                of(dateline.text()),
                of(dateline.joint())),
        piece.agencies(),
        orNull(piece.topic()),
        orNull(piece.summary()));
  }

  private static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = (char) c;
    }
    for (int i = 0; i < SIMPLIFIED.length(); i++) {
      table[SIMPLIFIED.charAt(i)] = TRADITIONAL.charAt(i);
    }
    return table;
  }
}
