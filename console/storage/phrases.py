"""What most rows of the journal and most answers have in common: what of them is left out or deflated.

A dictionary that has been released is never edited: files are read by it. Another one gets another number. What comes
often stands at the end, where it costs least.
"""

FIRST = (
    b'{"type":"Imported","new":1,"changed":0,"same":0,"opened":1,"differences":[],"conflicts":[],'
    b'"withheld":[]}'
    b'{"type":"CatalogueImported","name":".csv","digest":"","source":"file","products":1,"opened":[],'
    b'"shown":[]}'
    b'{"type":"RundownImported","name":"","digest":"","segments":[{"type":"SegmentChanged",'
    b'"segment":{"title":"'
    b'{"type":"SegmentAdded","segment":{"title":"","planned":"PT300S","id":,"planned_start":null,"owner":"",'
    b'"notes":"","script":"","products":["'
    b'{"type":"ConnectionSet","connection":{"name":"","kind":"shop","address":"vendure+https://'
    b'{"type":"ShopLinked","shop":"","at":"{"type":"ShowOpened","show":1,"title":"","currency":"USD"}'
    b'{"type":"WentLive","mode":"on_air","despite":[]}{"type":"ItemMoved","item":,"to":0}'
    b'{"type":"SegmentSkipped","segment":,"skip":true}{"type":"LimitsSet","sku":"","buffer":0,"low":null}'
    b'{"type":"SaleStopped","skus":["","notice":""}{"type":"SaleResumed","skus":[]}'
    b'{"type":"FindingOpened","finding":{"id":,"kind":"oversold","subject":"","theirs":0,"ours":-1,'
    b'"reference":"",'
    b'"offer":null,"settled":false}}{"type":"FindingSettled","finding":,"how":"'
    b'{"type":"Queued","item":{"id":,"code":"","product":""},"product":{'
    b'{"type":"ProductSaved","product":{"id":"","title":"","variants":[{"sku":"","price":{"minor":,'
    b'"currency":"USD"},'
    b'"compare_at":null,"options":[],"barcode":""}],"description":"","vendor":"","kind":"","option_names":[],'
    b'"picture":""},"opened":[{"sku":"","quantity":1}]}'
    b'{"type":"Taken","segment":{"type":"Unpinned","item":{"type":"Pinned","item":'
    b'{"type":"ErrandRejected","errand":,"title":"","next_step":""}{"type":"ErrandDoubted","errand":,'
    b'"title":"The shop'
    b'{"type":"ErrandSettled","errand":{"type":"ErrandQueued","errand":{"id":,"shop":"","key":"","task":'
    b'{"type":"PriceAt","sku":"","price":{"minor":,"currency":"USD"}},"body":"{\\"type\\":\\"PriceAt\\",\\"sku\\":\\"'
    b'{"type":"CancelTo","ref":"","sku":"","quantity":{"type":"RefundTo","ref":"","total":{"minor":,'
    b'"currency":"USD"}'
    b'{"type":"StockBy","sku":"","delta":-1,"expect":null},"body":"{\\"type\\":\\"StockBy\\",\\"sku\\":\\"'
    b'\\",\\"delta\\":-1,\\"expect\\":null}","again":0,"turn":1}}'
    b'{"type":"ErrandSent","errand":,"prepared":{"request":"","seen":"{"type":"ErrandDone","errand":,'
    b'"answer":"'
    b'{"type":"Claimed","claim":{"id":,"show":1,"buyer":"","source":"twitch:","line":"",'
    b'"at":"2026-11-05T12:00:00Z",'
    b'"place":0,"parts":[{"sku":"","quantity":1,"state":"waiting","got":0,"left":0,"rank":1,"until":null,'
    b'"why":"too_few_left"}],"review":"","form":"code","order":""},"movements":[]}'
    b'{"type":"ClaimMoved","claim":,"parts":[{"sku":"","quantity":1,"state":"held","got":1,"left":0,"rank":0,'
    b'"until":"2026-11-05T12:15:24Z","why":""}],"movements":[{"sku":"","counter":"reserved","kind":"release",'
    b'"delta":-1,"reason":"","reference":"claim "}],"review":"","order":""}'
    b'{"type":"NotEnough","sku":"","available":{"type":"UnknownSku","sku":"{"type":"Missing","what":"","id":"'
    b'{"type":"Invalid","field":"","rule":"","values":[]}{"type":"Added","id":'
    b'{"type":"CursorMoved","shop":"","cursor":"17'
    b'{"type":"OrderRecorded","order":{"snapshot":{"shop":"","ref":"","code":"",'
    b'"status":"refunded"cancelled"shipped"'
    b'paid"placed","placed_at":"2026-12-01T00:00:00Z","version":17,"lines":[{"sku":"","placed":1,'
    b'"cancelled":0,'
    b'"shipped":0},{"sku":""}],"total":{"minor":,"currency":"USD"},"buyer":"","paid":0,"refunded":0},"show":1,'
    b'"adopted":[]},"movements":[{"sku":"","counter":"committed","kind":"cancel","delta":-1,"reason":"",'
    b'"reference":"order /"},{"sku":"","counter":"on_hand","kind":"ship","delta":-1,"reason":"",'
    b'"reference":"order'
    b'"},{"sku":"","counter":"committed","kind":"order","delta":1,"reason":"","reference":"order '
    b'{"type":"Adjusted","sku":"","level":{"on_hand":10,"reserved":0,"committed":0,"buffer":0,"opened":true,'
    b'"low":null},"move":{"type":"StockMoved","move":,"movements":[{"sku":"","counter":"reserved",'
    b'"kind":"hold",'
    b'"delta":1,"reason":"","reference":""}],"undoes":0}{"sku":"","counter":"on_hand","kind":"count",'
    b'"on_hand","kind":"adjust","delta":-1,"reason":"","reference":""}],"undoes":0}{"type":"Done"}'
)

SECOND = (
    b'{"type":"CueSent","cue":{"id":,"kind":"","text":""{"type":"PlanKept","show":1}'
    b'{"type":"ErrandQueued","errand":{"id":,"shop":"","key":"-","task":{"type":"DraftTo","key":"-","lines":[{"sku":"'
    b'"pieces":1}],"buyer":"","customer":""},"body":"{\\"type\\":\\"DraftTo\\",\\"key\\":\\"-\\",\\"lines\\":[{\\"sku\\":\\"'
    b'\\",\\"pieces\\":1}],\\"buyer\\":\\"","\\",\\"customer\\":\\"\\"}","again":0,"turn":,"cause":0,"undoes":0}}'
    b'{"type":"ErrandSent","errand":,"prepared":{"request":"{\\"type\\":\\"DraftTo\\",\\"key\\":\\"'
    b'{"type":"DraftSet","draft":{"id":,"show":1,"shop":"","buyer":"twitch/","key":"-","lines":[],"offered":[{"sku":"",'
    b'"pieces":1}],"ref":"","code":"","link":"","state":"ended"placed"open","errand":,"mended":false}}'
    b'"left":0,"rank":0,"until":null,"why":"","draft":0}],"review":"","form":"words","order":""},"movements":[]}'
)

DEFLATING = {1: FIRST, 4: SECOND + FIRST[-3834 + len(SECOND) :]}

IN_A_BYTE = {
    2: (
        b'{"type":"StockMoved","move":',
        b',"movements":[{"sku":"',
        b'","counter":"on_hand","kind":"adjust","delta":',
        b',"reason":"',
        b'","reference":""}],"undoes":0}',
        b'","counter":"',
        b'","kind":"',
        b'","delta":',
        b'","reference":"',
    ),
    3: (
        b'{"type":"Adjusted","sku":"',
        b'","level":{"on_hand":',
        b',"reserved":0,"committed":0,"buffer":0,"opened":true,"low":null},"move":',
        b',"reserved":',
        b',"committed":',
        b',"buffer":',
        b',"opened":true,"low":',
        b'},"move":',
    ),
}
"""By number: what comes in a byte each, in this order. The first tells which texts are meant."""
